-- A command is taken back at most once.
CREATE UNIQUE INDEX commands_by_undoes ON commands (undoes) WHERE undoes IS NOT NULL;
