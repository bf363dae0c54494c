package dev.callsheet.spark;

import org.jspecify.annotations.Nullable;

/** The records of a partition, one after the other. */
interface Records {
  /** Goes to the next record; false when there is none. */
  boolean next();

  /** Names the record within its partition's place. */
  @Nullable Object key();

  /** The record, from the first byte on; good until the next one. */
  byte[] buffer();

  /** Of the record, in bytes. */
  int length();
}
