package dev.callsheet.cli;

import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.read.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which specs a command knows: the bundled ones, and those of the user's directories. */
public final class SpecOptions {
  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description = "Add the specs in this directory to the bundled ones (repeatable).")
  private List<Path> directories = List.of();

  /** The user's directories. */
  public List<Path> directories() {
    return directories;
  }

  /** The models known. */
  public Catalogue catalogue() {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new UserMistake("--spec " + directory + ": there is no such directory");
      }
    }
    try {
      return directories.isEmpty() ? Catalogue.bundled() : Catalogue.of(directories);
    } catch (SpecException wrong) {
      throw new UserMistake(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** The model of that id, which the user named. */
  public static ModelSpec model(Catalogue catalogue, String id) {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                new UserMistake(
                    "there is no model '"
                        + id
                        + "'"
                        + catalogue
                            .nearest(id)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; `callsheet models` lists those known")));
  }
}
