package dev.callsheet.sandbox.internal.state;

import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What is kept for the sandbox that is started next: values by name, each of an owner such as a
 * task, with which it is forgotten. Whoever keeps something in memory puts it here as well, and
 * reads it once at the start. Safe to use from any thread; calls nobody back but to read.
 */
public interface SandboxState extends AutoCloseable {
  /**
   * Whose values they are; owners and names of one have nothing to do with those of another. The
   * constants' names stand in the folder.
   */
  enum Section {
    /** What was charged in all. */
    TOTAL,
    /** By the task: the entries of the ledger, by number. */
    LEDGER,
    /** By the task: the task itself. */
    TASKS,
    /** By the task: which of its results were deleted. */
    DELETED_RESULTS,
    /** By the task: which of its results were brought to where it wants them. */
    DELIVERIES,
    /** By the task: what was said of it last. */
    HISTORY,
    /** By the UUID: what callers stored. */
    UPLOADS
  }

  /** Takes what was kept. */
  @FunctionalInterface
  interface Reader {
    /** Takes one value. */
    void read(String owner, String name, JsonNode value);
  }

  /** Keeps nothing: what is in memory ends with it. */
  SandboxState NONE = new NoState();

  /**
   * Keeps a value in place of what has its name.
   *
   * @param value makes it, where it is kept
   */
  void put(Section section, String owner, String name, Supplier<JsonNode> value);

  /** Forgets all values of an owner. */
  void forget(Section section, String owner);

  /** Forgets one value. */
  void forget(Section section, String owner, String name);

  /** Forgets everything. */
  void clear();

  /** Reads what is kept in a section, owner by owner, in the order in which they came. */
  void restore(Section section, Reader reader);

  /** Keeps a file under a name that is a UUID, before a value speaks of it. */
  void putFile(String name, byte[] content);

  /** The content of a file; empty where there is none. */
  Optional<byte[]> file(String name);

  /** Deletes a file, when no value speaks of it any more. */
  void deleteFile(String name);

  /** What whoever started the sandbox should know; empty where there is nothing. */
  Optional<String> warning();

  /** Keeps nothing more; another sandbox may go on from here. */
  @Override
  void close();
}
