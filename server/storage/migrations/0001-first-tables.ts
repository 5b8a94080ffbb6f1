/**
 * The first tables. A migration that was released is never edited; the next one gets a new file.
 *
 * Updates lie in the order of their arrival and find their document through an index of two small
 * integers: one commit of a hundred rooms then touches few pages. Clustered by board and document, the
 * same commit dirties a page a room and costs almost three times as much.
 */
import type { Migration } from './migration.ts'

export const firstTables: Migration = {
  version: 1,
  sql: `
create table people (
  id text primary key,
  name text not null,
  color text not null,
  "isNamed" integer not null,
  "createdAt" integer not null
) strict;

create table boards (
  id text primary key,
  title text not null,
  "scenarioId" text,
  "createdAt" integer not null,
  "updatedAt" integer not null
) strict;

create table links (
  id text primary key,
  "boardId" text not null references boards (id) on delete cascade,
  role text not null,
  "tokenHash" text not null unique,
  "createdAt" integer not null,
  "revokedAt" integer
) strict;
create index "linksOfBoard" on links ("boardId");

create table members (
  "boardId" text not null references boards (id) on delete cascade,
  "personId" text not null references people (id),
  role text not null,
  owner integer not null,
  "linkId" text references links (id),
  "joinedAt" integer not null,
  primary key ("boardId", "personId")
) strict, without rowid;
create index "membersOfPerson" on members ("personId");
create index "membersOfLink" on members ("linkId");

create table "deviceTokens" (
  "tokenHash" text primary key,
  "personId" text not null references people (id),
  "expiresAt" integer not null
) strict;
create index "deviceTokensByExpiry" on "deviceTokens" ("expiresAt");

create table documents (
  id integer primary key,
  "boardId" text not null references boards (id) on delete cascade,
  document text not null,
  unique ("boardId", document)
) strict;

create table updates (
  id integer primary key,
  "documentId" integer not null,
  sequence integer not null,
  "personId" text,
  at integer not null,
  bytes blob not null,
  unique ("documentId", sequence)
) strict;

create table snapshots (
  "boardId" text not null references boards (id) on delete cascade,
  document text not null,
  sequence integer not null,
  at integer not null,
  bytes blob not null,
  primary key ("boardId", document)
) strict;

create table "clientIds" (
  "boardId" text not null,
  document text not null,
  "clientId" integer not null,
  "personId" text not null,
  primary key ("boardId", document, "clientId")
) strict, without rowid;

create table acts (
  id integer primary key,
  "boardId" text not null,
  "personId" text,
  at integer not null,
  act text not null,
  details text not null
) strict;
create index "actsOfBoard" on acts ("boardId", id);

create table assets (
  id text primary key,
  "boardId" text not null references boards (id) on delete cascade,
  mime text not null,
  size integer not null,
  "personId" text not null,
  "createdAt" integer not null
) strict;
create index "assetsOfBoard" on assets ("boardId");

create table heartbeat (
  id integer primary key check (id = 1),
  at integer not null
) strict;
insert into heartbeat (id, at) values (1, 0);
`,
}
