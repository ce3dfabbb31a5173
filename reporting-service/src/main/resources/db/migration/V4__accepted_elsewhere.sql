-- Null until the case's next event, or a replay of mediation.case.v1: read as accepted here.
alter table mediation_case_fact add column accepted_elsewhere boolean;
