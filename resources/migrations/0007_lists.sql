-- Lists in the order of expiry, and of what expires soon, without reading every lot. Lots are
-- rarely written, so that the commit pays nothing for it.
CREATE INDEX lots_by_expiry ON lots (expires_on, product_code, lot);
