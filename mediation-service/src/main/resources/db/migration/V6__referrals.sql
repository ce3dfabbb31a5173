-- A referral of the petition office becomes one case, and goes on with the matter at a handover.
alter table mediation_case add column referral_id uuid;

create unique index mediation_case_referral on mediation_case (referral_id);
