-- The order of a case's days is CaseDate's, read from the days themselves.
alter table mediation_case drop column stepped_on;
