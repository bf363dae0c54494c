package dev.callsheet.cli.option;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
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
  public ModelCatalogue catalogue() {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new UserErrorException("--spec " + directory + ": there is no such directory");
      }
    }
    try {
      return directories.isEmpty() ? ModelCatalogue.bundled() : ModelCatalogue.of(directories);
    } catch (SpecException wrong) {
      throw UserErrorException.ofLines(wrong);
    }
  }

  /** The model of that id, which the user named. */
  public static ModelSpec model(ModelCatalogue catalogue, String id) {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                new UserErrorException(
                    "there is no model '"
                        + id
                        + "'"
                        + catalogue
                            .nearestId(id)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; `callsheet models` lists those known")));
  }
}
