-- Not ->>, which SQLite does not trust within a schema; StockReads::ended() asks in the same words.
CREATE INDEX changes_ended ON changes (command_id) WHERE entity = 'allocation'
    AND (instr(after, '"state":"shipped"') > 0 OR instr(after, '"state":"released"') > 0);
