package dev.callsheet.cli.option;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return catalogue(List.of());
  }

  /** The models known, those of further directories among them. */
  public ModelCatalogue catalogue(List<Path> more) {
    List<Path> all = Stream.concat(directories.stream(), more.stream()).toList();
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new UserErrorException("--spec " + directory + ": there is no such directory");
      }
    }
    try {
      return all.isEmpty() ? ModelCatalogue.bundled() : ModelCatalogue.of(all);
    } catch (SpecException wrong) {
      throw UserErrorException.ofLines(wrong);
    }
  }

  /** The model that the user named: its id, with its platform in front where there are several. */
  public static ModelSpec model(ModelCatalogue catalogue, String name) {
    List<ModelSpec> found = catalogue.called(name);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UserErrorException(
        found.isEmpty()
            ? "there is no model '"
                + name
                + "'"
                + catalogue
                    .nearestId(name)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; `callsheet models` lists those known")
            : "several platforms have a model '"
                + name
                + "'; say which: "
                + found.stream()
                    .map(model -> "'" + model.qualifiedId() + "'")
                    .collect(Collectors.joining(", ")));
  }
}
