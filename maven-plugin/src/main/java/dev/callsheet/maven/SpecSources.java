package dev.callsheet.maven;

import dev.callsheet.generator.stamp.Fingerprint;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.catalogue.SpecLibrary;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.read.SpecException;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Where the specs of a build come from, besides the bundled ones.
 *
 * @param directories of one's own; a later one has the last word
 * @param libraries that bring specs along
 */
record SpecSources(List<Path> directories, List<SpecLibrary> libraries) {
  /** Copies the lists, so that sources never change. */
  SpecSources {
    directories = List.copyOf(directories);
    libraries = List.copyOf(libraries);
  }

  /** All models; what is wrong with the specs is said place by place. */
  Catalogue catalogue() throws MojoFailureException {
    return catalogue(flaw -> {});
  }

  /** As {@link #catalogue()}, and what is wrong is passed on as well. */
  Catalogue catalogue(Consumer<Flaw> wrong) throws MojoFailureException {
    try {
      return Catalogue.of(libraries, directories);
    } catch (SpecException e) {
      List<Flaw> flaws = e.problems().stream().map(Flaw::of).toList();
      flaws.forEach(wrong);
      throw new MojoFailureException("The specs cannot be used:\n" + Complaint.all(flaws));
    }
  }

  /** Says which bundled models are replaced, and by which file. */
  void announceReplacements(Catalogue catalogue, Log log) {
    Catalogue bundled = Catalogue.bundled();
    catalogue.models().stream()
        .filter(model -> bundled.find(model.id()).filter(own -> !own.equals(model)).isPresent())
        .forEach(
            model ->
                log.info(
                    model.id()
                        + " is read from "
                        + model.location().file()
                        + ", which replaces the bundled spec."));
  }

  /** Takes in the names and contents of all files. */
  void addTo(Fingerprint fingerprint) throws IOException {
    for (Path directory : directories) {
      fingerprint.add(directory.toString()).addFilesBelow(directory);
    }
    for (SpecLibrary library : libraries) {
      fingerprint.add(library.place().toString());
      for (SourceText file : library.files()) {
        fingerprint.add(file.file()).add(file.text());
      }
    }
  }
}
