package dev.callsheet.cli.source;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.importer.UpdatedSpec;
import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of an imported spec, and beside it what the source was imported as when it was made or
 * updated last: {@code still.yaml} and {@code still.imported}. What differs between the two is the
 * author's.
 *
 * @param path of the spec
 */
public record ImportedSpecFile(Path path) {
  private static final String ENDING = ".imported";

  /** The file with what the source was imported as. */
  public Path base() {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return path.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ENDING);
  }

  /** Whether the spec is there, and cannot be told from its author's edits. */
  public boolean isForeign() {
    return Files.exists(path) && !Files.exists(base());
  }

  /** What the source was imported as; empty where that was not kept. */
  public Optional<SourceText> baseText() {
    return Files.exists(base()) ? Optional.of(read(base())) : Optional.empty();
  }

  /** Writes a spec that was not there, or over the one that is. */
  public void write(ImportedSpec spec) {
    write(path, spec.text());
    write(base(), spec.text());
  }

  /**
   * Writes what the author made of the spec and what its source says now.
   *
   * @return what changed at the source, and what both changed
   */
  public UpdatedSpec update(ImportedSpec spec, SpecImporter importer) {
    try {
      UpdatedSpec updated = importer.update(spec, read(path), read(base()));
      write(path, updated.text());
      write(base(), spec.text());
      return updated;
    } catch (ImportException noSpec) {
      throw new UserErrorException(
          noSpec.getMessage() + "; mend it, or replace the spec with --overwrite", noSpec);
    }
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UserErrorException(file + ": " + FileErrors.reason(unreadable), unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      OutputFile.write(file, text);
    } catch (IOException failed) {
      throw new UserErrorException(FileErrors.describe(failed), failed);
    }
  }
}
