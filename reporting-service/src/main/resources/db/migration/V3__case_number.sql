-- What a clerk calls a case. Null until its next event, or a replay of mediation.case.v1.
alter table mediation_case_fact add column case_number text;
