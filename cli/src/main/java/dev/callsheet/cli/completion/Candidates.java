package dev.callsheet.cli.completion;

import dev.callsheet.cli.explain.RuleFinder;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What can be written where the cursor of a command line stands. */
public final class Candidates {
  private final TypedWords typed;

  private Candidates(TypedWords typed) {
    this.typed = typed;
  }

  /**
   * The candidates, whatever the word at the cursor begins with; nothing where only the user knows,
   * or where the specs named on the command line cannot be read.
   *
   * @param words of the command line up to the cursor, the last of them perhaps empty
   * @param commands the subcommand that is typed, at least
   */
  public static List<String> of(List<String> words, CommandSpec commands) {
    TypedWords typed = TypedWords.of(words, CompletedCommand.of(commands));
    CompletedArgument wanted = typed.wanted();
    if (wanted == null) {
      return List.of();
    }
    try {
      return new Candidates(typed).of(wanted);
    } catch (SpecException | UncheckedSpecException unreadable) {
      return List.of();
    }
  }

  private List<String> of(CompletedArgument wanted) throws SpecException {
    return switch (wanted.kind()) {
      case WORD -> wanted.words();
      case MODEL -> catalogue().ids();
      case PLATFORM -> catalogue().platforms().stream().map(Platform::name).toList();
      case RULE -> rules();
      case PARAMETER -> parameters();
      case FILE, DIRECTORY, NOTHING, OTHER -> List.of();
    };
  }

  private ModelCatalogue catalogue() throws SpecException {
    List<Path> directories = typed.values("--spec").stream().map(Path::of).toList();
    return directories.isEmpty() ? ModelCatalogue.bundled() : ModelCatalogue.of(directories);
  }

  private List<String> rules() throws SpecException {
    ModelCatalogue catalogue = catalogue();
    List<String> models = typed.values("--model");
    List<ModelSpec> asked =
        models.isEmpty()
            ? catalogue.models()
            : models.stream().flatMap(id -> catalogue.called(id).stream()).toList();
    return RuleFinder.ids(asked).stream().sorted().toList();
  }

  private List<String> parameters() throws SpecException {
    ModelCatalogue catalogue = catalogue();
    return typed.arguments().stream()
        .limit(1)
        .flatMap(id -> catalogue.called(id).stream())
        .flatMap(model -> ModelPage.of(model).requestParameters())
        .map(parameter -> parameter.path().toString())
        .distinct()
        .toList();
  }
}
