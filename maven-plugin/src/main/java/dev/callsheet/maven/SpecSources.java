package dev.callsheet.maven;

import dev.callsheet.generator.incremental.InputFingerprint;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.SpecLibrary;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

  /** All models; the project's own are parsed when they are asked for. */
  ModelCatalogue catalogue() throws SpecException {
    return ModelCatalogue.of(libraries, directories);
  }

  /** The same with the project's own models parsed; what is wrong with them is passed on first. */
  ModelCatalogue parsedCatalogue(Consumer<CheckFinding> wrong) throws SpecException {
    try {
      ModelCatalogue catalogue = catalogue();
      catalogue.own();
      return catalogue;
    } catch (SpecException e) {
      e.problems().stream().map(CheckFinding::of).forEach(wrong);
      throw e;
    } catch (UncheckedSpecException e) {
      e.problems().stream().map(CheckFinding::of).forEach(wrong);
      throw e;
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
