package dev.callsheet.spec.diff;

import java.util.Locale;

/** Which part of a semantic version goes up, the smallest first. */
public enum VersionStep {
  /** Nothing changed. */
  NONE,
  /** Only words changed: descriptions, messages, examples. */
  PATCH,
  /** Callers may do more, or pay less, or have to know something; nothing breaks. */
  MINOR,
  /** Something breaks. */
  MAJOR;

  /** The name in reports, such as {@code minor}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
