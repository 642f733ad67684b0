-- What people note about a cluster; no part of what it is made of.
alter table plan.clusters add column description text;
