import { Schema, Table, column } from '@powersync/common';

/** A small schema for the tests of the replica. */
export const testSchema = new Schema({
  customers: new Table({
    name: column.text,
    visits: column.integer,
    rating: column.real,
  }),
  drafts: new Table({ text: column.text }, { localOnly: true }),
});
