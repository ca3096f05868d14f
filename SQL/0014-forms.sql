-- Headline, standfirst, captions, push and social texts are signed like key points.

alter table key_points
  add form text not null default 'key-point' constraint form_known check (
    form in ('key-point', 'headline', 'standfirst', 'caption', 'push', 'social')),
  drop constraint key_point_label_once,
  add constraint label_once unique (draft_id, form, number);
alter table key_points alter form drop default;
alter table drafts drop key_points;

create function key_point_label(form text, number integer) returns text language sql immutable return
  case form
    when 'key-point' then 'K' || number
    when 'headline' then form
    when 'standfirst' then form
    else form || number
  end;
