-- Exceptions that the law allows where they are stated: of ZD 25 the risk of an exploratory reform,
-- of CF 42 what lets one officer act.
alter table major_decision add column stated_risk text;
alter table penalty_case add column sole_officer_basis text;
