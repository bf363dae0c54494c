package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.PlatformParser;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The known models. A model is named by its id; where several platforms have one of that id, with
 * the platform in front, such as {@code fal/fal-ai/flux/dev}.
 */
public final class ModelCatalogue {
  private final ModelIndex models;
  private final ModelIndex shared;
  private final ModelIndex own;
  private final Supplier<PlatformIndex> platforms;

  /**
   * @param models all of them
   * @param shared those among them that libraries brought
   * @param own those that directories brought
   */
  private ModelCatalogue(
      ModelIndex models, ModelIndex shared, ModelIndex own, Supplier<PlatformIndex> platforms) {
    this.models = models;
    this.shared = shared;
    this.own = own;
    this.platforms = platforms;
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
    IncludeResolver fragments = Bundled.FILES;
    ModelIndex own = new ModelIndex();
    PlatformIndex platforms = new PlatformIndex();
    platforms.addAll(BundledPlatforms.INDEX);
    for (SpecLibrary library : libraries) {
      fragments = fragments.or(library);
      platforms.addAll(library, PlatformParser::parse, problems);
    }
    for (Path directory : directories) {
      try {
        SpecFiles files = files(directory);
        platforms.addAll(files, PlatformParser::parse, problems);
        read(files, fragments, problems).all().forEach(own::replace);
      } catch (IOException unreadable) {
        SourceLocation location = new SourceLocation(directory.toString(), 1, 1);
        problems.add(new SpecProblem(location, String.valueOf(unreadable.getMessage()), null));
      }
    }
    ModelIndex models = new ModelIndex();
    models.addAll(bundled().models);
    ModelIndex shared = libraryModels(libraries, own, problems);
    shared.all().forEach(models::replace);
    own.all().forEach(models::replace);
    if (!problems.isEmpty()) {
      throw new SpecException(new ArrayList<>(problems));
    }
    return new ModelCatalogue(models, shared, own, () -> platforms);
  }

  /** The ids that there are, in order. */
  public List<String> ids() {
    return List.copyOf(models.ids());
  }

  /** How many models there are. */
  public int size() {
    return models.size();
  }

  /** What a list says of each model, ordered by id; specs of bundled ones are not read for it. */
  public List<ModelSummary> summaries() {
    return models.summaries();
  }

  /** Every model, ordered by id. */
  public List<ModelSpec> models() {
    return models.all();
  }

  /** The models of the directories that the catalogue was made of, ordered by id. */
  public List<ModelSpec> own() {
    return own.all();
  }

  /** The models that replace a bundled one, ordered by id. */
  public List<ModelSpec> replacingBundled() {
    ModelIndex bundled = bundled().models;
    return Stream.of(shared, own)
        .flatMap(index -> index.all().stream())
        .filter(
            model ->
                bundled.same(model).isPresent() && models.same(model).equals(Optional.of(model)))
        .sorted(Comparator.comparing(ModelSpec::id))
        .toList();
  }

  /** Every platform, ordered by name; it need not have a model. */
  public List<Platform> platforms() {
    return platforms.get().all();
  }

  /** The platform of that name. */
  public Optional<Platform> platform(String name) {
    return platforms.get().find(name);
  }

  /** The model of that id, or of that platform and id; empty where several are called so. */
  public Optional<ModelSpec> find(String name) {
    List<ModelSpec> found = called(name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The models of that id, of whatever platform, or the one of that platform and id. */
  public List<ModelSpec> called(String name) {
    List<ModelSpec> sameId = withId(name);
    int slash = name.indexOf('/');
    return sameId.isEmpty() && slash > 0
        ? find(name.substring(0, slash), name.substring(slash + 1)).stream().toList()
        : sameId;
  }

  /** The models of that id, of whatever platform. */
  public List<ModelSpec> withId(String id) {
    return models.withId(id);
  }

  /** The model that a request is for which has this id in its own member; the only one. */
  public Optional<ModelSpec> namedInRequests(String id) {
    List<ModelSpec> found = withId(id).stream().filter(ModelSpec::isNamedInRequests).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The model that a platform calls so. */
  public Optional<ModelSpec> find(String platform, String id) {
    return withId(id).stream().filter(model -> isOf(platform, model)).findFirst();
  }

  /**
   * The models whose id matches a pattern such as {@code klingai:*}, or else those that match it
   * with the platform in front, such as {@code fal/*}; ordered by id. Slashes in ids are nothing
   * special.
   */
  public List<ModelSpec> matching(String pattern) {
    Glob glob = Glob.ofNames(pattern);
    List<ModelSpec> found =
        models.ids().stream().filter(glob::matches).flatMap(id -> withId(id).stream()).toList();
    return found.isEmpty() && pattern.indexOf('/') > 0
        ? models().stream().filter(model -> glob.matches(model.qualifiedId())).toList()
        : found;
  }

  /** The known id nearest to {@code id}, if any is near enough to suggest. */
  public Optional<String> nearestId(String id) {
    return SpellingSuggestion.nearest(id, models.ids());
  }

  /** The same among the models of a platform. */
  public Optional<String> nearestId(String platform, String id) {
    return SpellingSuggestion.nearest(
        id, models().stream().filter(model -> isOf(platform, model)).map(ModelSpec::id).toList());
  }

  private static boolean isOf(String platform, ModelSpec model) {
    return model.metadata().platformName().filter(platform::equals).isPresent();
  }

  private static ModelIndex libraryModels(
      List<SpecLibrary> libraries, ModelIndex own, Set<SpecProblem> problems) {
    ModelIndex models = new ModelIndex();
    for (SpecLibrary library : libraries) {
      for (ModelSpec model : read(library.specs(), Bundled.FILES, problems).all()) {
        Optional<ModelSpec> first = models.same(model);
        if (first.isEmpty()) {
          models.replace(model);
        } else if (own.same(model).isEmpty()) {
          String message =
              "the model `"
                  + model.id()
                  + "` comes with "
                  + first.get().location().file()
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

  private static ModelIndex read(
      SpecFiles files, IncludeResolver others, Set<SpecProblem> problems) {
    SpecParser reader = new SpecParser(files.or(others));
    ModelIndex read = new ModelIndex();
    for (SourceText source : files.models()) {
      try {
        ModelSpec model = reader.parse(source.file(), source.text());
        Optional<ModelSpec> first = read.same(model);
        if (first.isPresent()) {
          String message =
              "the model `"
                  + model.id()
                  + "` is there already, in "
                  + first.get().location().file();
          SourceLocation location = model.location();
          problems.add(new SpecProblem(location, message, source.line(location.line())));
        } else {
          read.replace(model);
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
    static final ModelCatalogue CATALOGUE =
        new ModelCatalogue(
            models(), new ModelIndex(), new ModelIndex(), () -> BundledPlatforms.INDEX);

    private static ModelIndex models() {
      ModelIndex models = new ModelIndex();
      for (BundledIndex.Line line : BundledSpecFiles.index(FILES).models()) {
        LazyBundledModel model = new LazyBundledModel(FILES, line.file());
        models.add(
            line.id(), model, () -> line.summary().orElseGet(() -> ModelSummary.of(model.get())));
      }
      return models;
    }
  }

  /** The platforms that come with them: most runs do not ask for any. */
  private static final class BundledPlatforms {
    static final PlatformIndex INDEX = read();

    private static PlatformIndex read() {
      PlatformIndex platforms = new PlatformIndex();
      Set<SpecProblem> problems = new LinkedHashSet<>();
      platforms.addAll(Bundled.FILES, PlatformParser::parseBundled, problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.toString());
      }
      return platforms;
    }
  }
}
