-- Orders in the order of their day: what is still to be done comes first in every list.
CREATE INDEX orders_by_due ON orders (due_on, id) WHERE state IN ('draft', 'open');
CREATE INDEX orders_by_partner ON orders (partner_code, state);
