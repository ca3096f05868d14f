-- A question whether words were wrong when readers saw them is not answered by new words.
alter table follow_ups add asks_if_wrong boolean not null default false;
