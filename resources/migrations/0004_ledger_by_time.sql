-- Looking back goes along the time: the newest entries of everything, what was done in an hour, what
-- the stock was at a past moment.
CREATE INDEX stock_events_by_time ON stock_events (at);
