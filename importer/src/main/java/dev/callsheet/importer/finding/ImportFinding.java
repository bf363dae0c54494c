package dev.callsheet.importer.finding;

import dev.callsheet.spec.source.SourceLocation;
import java.util.Locale;

/**
 * Something that an import has to say of a published file.
 *
 * @param kind what sort of thing
 * @param location where it stands in the file
 * @param message what it is, in a sentence for people
 */
public record ImportFinding(Kind kind, SourceLocation location, String message)
    implements Comparable<ImportFinding> {

  /** The sorts of findings. */
  public enum Kind {
    /** The file is damaged, or contradicts itself. */
    DAMAGED,
    /** The spec cannot hold it: requests are validated without it. */
    NOT_IMPORTED,
    /** The spec holds it in another form, with another meaning in rare cases. */
    APPROXIMATED,
    /** A sentence seems to state a rule; the spec has it as a warning, until it is confirmed. */
    PROPOSED,
    /** The page of a model forbids what its schema allows. */
    DISAGREEMENT,
    /** The source changed what the spec's author had changed. */
    CONFLICT,
    /** Proving the spec showed it. */
    CHECKED,
    /** Good to know: the spec means the same. */
    NOTE;

    /** Whether the spec means something else than the file, or the file is in need of mending. */
    public boolean isProblem() {
      return this != NOTE;
    }

    /** The name in reports, such as {@code not-imported}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(ImportFinding other) {
    return location.compareTo(other.location);
  }
}
