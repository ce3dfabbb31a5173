-- The matter was accepted by the committee it came from: accepted once, there (definitions D3, M-14).
alter table mediation_case add column accepted_elsewhere boolean not null default false;

update mediation_case taken
set accepted_elsewhere = true
from mediation_case came
where came.id = taken.handed_over_from
  and came.accepted_on is not null;
