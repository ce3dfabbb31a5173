-- One name along the path: as the event, the fact and the view have it.
alter table mediation_case rename column due_on to mediation_due_on;
