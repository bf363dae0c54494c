package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.source.Glob;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The known models by id. */
public final class ModelCatalogue {
  private final Map<String, Supplier<ModelSpec>> models;

  private ModelCatalogue(Map<String, Supplier<ModelSpec>> models) {
    this.models = models;
  }

  /** The models bundled with Callsheet. */
  public static ModelCatalogue bundled() {
    return Bundled.CATALOGUE;
  }

  /**
   * The bundled models and those of the directories, every {@code *.yaml} below {@code models/} or,
   * where there is no such folder, below the directory itself. A later directory's model replaces
   * an earlier one of the same id; includes are looked for in the directory first, then among the
   * bundled ones.
   *
   * @throws SpecException when a spec is wrong; it names all problems of all files
   */
  public static ModelCatalogue of(List<Path> directories) throws SpecException {
    return of(List.of(), directories);
  }

  /**
   * The bundled models, those of libraries, which replace bundled ones of the same id, and those of
   * directories, which replace both. What a directory's model includes is looked for in the
   * libraries, too, at the last; what a library's model includes is in that library or bundled.
   *
   * @throws SpecException when a spec is wrong, or two libraries have the same model and no
   *     directory has it; it names all problems of all files
   */
  public static ModelCatalogue of(List<SpecLibrary> libraries, List<Path> directories)
      throws SpecException {
    Set<SpecProblem> problems = new LinkedHashSet<>();
    IncludeResolver shared = Bundled.FILES;
    Map<String, ModelSpec> own = new TreeMap<>();
    for (SpecLibrary library : libraries) {
      shared = shared.or(library);
    }
    for (Path directory : directories) {
      try {
        own.putAll(read(files(directory), shared, problems));
      } catch (IOException unreadable) {
        SourceLocation location = new SourceLocation(directory.toString(), 1, 1);
        problems.add(new SpecProblem(location, String.valueOf(unreadable.getMessage()), null));
      }
    }
    Map<String, Supplier<ModelSpec>> models = new TreeMap<>(bundled().models);
    libraryModels(libraries, own.keySet(), problems)
        .forEach((id, model) -> models.put(id, () -> model));
    own.forEach((id, model) -> models.put(id, () -> model));
    if (!problems.isEmpty()) {
      throw new SpecException(new ArrayList<>(problems));
    }
    return new ModelCatalogue(models);
  }

  /** The id of every model, in order. */
  public List<String> ids() {
    return List.copyOf(models.keySet());
  }

  /** Every model, ordered by id. */
  public List<ModelSpec> models() {
    return models.values().stream().map(Supplier::get).toList();
  }

  /** The model of that id. */
  public Optional<ModelSpec> find(String id) {
    return Optional.ofNullable(models.get(id)).map(Supplier::get);
  }

  /** The models whose id matches a pattern such as {@code klingai:*}, ordered by id. */
  public List<ModelSpec> matching(String pattern) {
    Glob glob = new Glob(pattern);
    return models.entrySet().stream()
        .filter(model -> glob.matches(model.getKey()))
        .map(model -> model.getValue().get())
        .toList();
  }

  /** The known id nearest to {@code id}, if any is near enough to suggest. */
  public Optional<String> nearestId(String id) {
    return SpellingSuggestion.nearest(id, models.keySet());
  }

  private static Map<String, ModelSpec> libraryModels(
      List<SpecLibrary> libraries, Set<String> replaced, Set<SpecProblem> problems) {
    Map<String, ModelSpec> models = new TreeMap<>();
    for (SpecLibrary library : libraries) {
      for (ModelSpec model : read(library.specs(), Bundled.FILES, problems).values()) {
        ModelSpec first = models.putIfAbsent(model.id(), model);
        if (first != null && !replaced.contains(model.id())) {
          String message =
              "the model `"
                  + model.id()
                  + "` comes with "
                  + first.location().file()
                  + ", too: leave one of the two libraries out, or say which spec you mean by a"
                  + " copy among your own specs";
          problems.add(new SpecProblem(model.location(), message, null));
        }
      }
    }
    return models;
  }

  private static SpecFiles files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException("there is no such directory");
    }
    return SpecFiles.read(directory, directory.toString());
  }

  private static Map<String, ModelSpec> read(
      SpecFiles files, IncludeResolver others, Set<SpecProblem> problems) {
    SpecParser reader = new SpecParser(files.or(others));
    Map<String, ModelSpec> read = new TreeMap<>();
    for (SourceText source : files.models()) {
      try {
        ModelSpec model = reader.parse(source.file(), source.text());
        ModelSpec first = read.putIfAbsent(model.id(), model);
        if (first != null) {
          String message =
              "the model `" + model.id() + "` is there already, in " + first.location().file();
          SourceLocation location = model.location();
          problems.add(new SpecProblem(location, message, source.line(location.line())));
        }
      } catch (SpecException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    return read;
  }

  /** Bundled models, which never change while Callsheet runs; loaded on first use. */
  private static final class Bundled {
    static final SpecFiles FILES = BundledSpecFiles.read();
    static final ModelCatalogue CATALOGUE = new ModelCatalogue(models());

    private static Map<String, Supplier<ModelSpec>> models() {
      Map<String, Supplier<ModelSpec>> models = new TreeMap<>();
      for (SourceText source : FILES.models()) {
        models.put(LazyBundledModel.idOf(source), new LazyBundledModel(source, FILES));
      }
      return models;
    }
  }
}
