-- Who a deadline lies with, so that a clerk finds what waits for them.
alter table deadline add column handler text collate "C";

comment on column deadline.handler is
    'Subject or id of the person whom it lies with; null: nobody was named.';
comment on column deadline.division is 'The organ that must act, 12 digits.';

create index deadline_open_handler
    on deadline (handler, due_on)
    where ended_on is null and kind = 'LIMIT' and holder = 'ORGAN';
