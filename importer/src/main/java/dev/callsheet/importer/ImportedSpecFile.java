package dev.callsheet.importer;

import dev.callsheet.importer.finding.ImportException;
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

  /**
   * What the source was imported as; empty where that was not kept.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<SourceText> baseText() throws IOException {
    return Files.exists(base()) ? Optional.of(read(base())) : Optional.empty();
  }

  /**
   * Writes a spec that was not there, or over the one that is.
   *
   * @throws IOException when it cannot be written
   */
  public void write(ImportedSpec spec) throws IOException {
    OutputFile.write(path, spec.text());
    OutputFile.write(base(), spec.text());
  }

  /**
   * Writes what the author made of the spec and what its source says now.
   *
   * @return what changed at the source, and what both changed
   * @throws IOException when a file cannot be read or written
   * @throws ImportException when what the author made of it is no spec
   */
  public UpdatedSpec update(ImportedSpec spec, SpecImporter importer)
      throws IOException, ImportException {
    UpdatedSpec updated = importer.update(spec, read(path), read(base()));
    OutputFile.write(path, updated.text());
    OutputFile.write(base(), spec.text());
    return updated;
  }

  private static SourceText read(Path file) throws IOException {
    return new SourceText(file.toString(), Files.readString(file));
  }
}
