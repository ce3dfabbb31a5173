-- The indicator that a plan item sets a target for.
alter table plan_item_fact add column indicator text;
