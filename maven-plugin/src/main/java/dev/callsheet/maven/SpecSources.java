package dev.callsheet.maven;

import dev.callsheet.generator.incremental.InputFingerprint;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.SpecLibrary;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * The sources of specs of a build, besides the bundled ones.
 *
 * @param directories the project's own; a spec in a later one replaces one of the same id
 * @param libraries dependencies that contain specs
 */
record SpecSources(List<Path> directories, List<SpecLibrary> libraries) {
  /** Copies the lists, so that sources never change. */
  SpecSources {
    directories = List.copyOf(directories);
    libraries = List.copyOf(libraries);
  }

  /** All models; an exception lists what is wrong with the specs, with places. */
  ModelCatalogue catalogue() throws MojoFailureException {
    return catalogue(flaw -> {});
  }

  /** As {@link #catalogue()}; findings in the specs are passed on as well. */
  ModelCatalogue catalogue(Consumer<CheckFinding> wrong) throws MojoFailureException {
    try {
      return ModelCatalogue.of(libraries, directories);
    } catch (SpecException e) {
      List<CheckFinding> flaws = e.problems().stream().map(CheckFinding::of).toList();
      flaws.forEach(wrong);
      throw new MojoFailureException(
          "The specs cannot be used:\n" + MavenErrorFormat.joinedLines(flaws));
    }
  }

  /** Logs which bundled models are replaced, and by which file. */
  void logReplacedModels(ModelCatalogue catalogue, Log log) {
    catalogue
        .replacingBundled()
        .forEach(
            model ->
                log.info(
                    model.id()
                        + " is read from "
                        + model.location().file()
                        + ", which replaces the bundled spec."));
  }

  /** Adds the names and contents of all files to a fingerprint. */
  void addTo(InputFingerprint fingerprint) throws IOException {
    for (Path directory : directories) {
      fingerprint.add(directory.toString()).addFilesBelow(directory);
    }
    for (SpecLibrary library : libraries) {
      fingerprint.add(library.path().toString());
      for (SourceText file : library.files()) {
        fingerprint.add(file.file()).add(file.text());
      }
    }
  }
}
