package dev.callsheet.spec.catalogue;

import dev.callsheet.runtime.internal.hash.Sha256;
import dev.callsheet.spec.catalogue.ModelIndex.Entry;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.Glob;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The known models. A model is named by its id; where several platforms have one of that id, with
 * the platform in front, such as {@code fal/fal-ai/flux/dev}.
 */
public final class ModelCatalogue {
  private final ModelLayers models;
  private final ModelLayers own;
  private final PlatformIndex addedPlatforms;
  private volatile @Nullable PlatformIndex platforms;

  /**
   * A catalogue.
   *
   * @param added the layers above the bundled models
   * @param own those among them that directories brought
   * @param addedPlatforms those besides the bundled ones
   */
  private ModelCatalogue(
      List<ModelIndex> added, List<ModelIndex> own, PlatformIndex addedPlatforms) {
    List<ModelIndex> layers = new ArrayList<>(List.of(Bundled.MODELS));
    layers.addAll(added);
    this.models = new ModelLayers(layers);
    this.own = new ModelLayers(own);
    this.addedPlatforms = addedPlatforms;
  }

  /** The models bundled with Callsheet. */
  public static ModelCatalogue bundled() {
    return Bundled.CATALOGUE;
  }

  /** A text that is another where a bundled spec is, to tell versions of Callsheet apart. */
  public static String bundledFingerprint() {
    StringBuilder all = new StringBuilder();
    Bundled.FILES.all().forEach(each -> all.append(each.file()).append('\n').append(each.text()));
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8), 8);
  }

  /** What specs of one's own may include of the bundled platforms. */
  public static IncludeResolver bundledFragments() {
    return Bundled.FILES;
  }

  /**
   * The bundled models and those of the directories, every {@code *.yaml} below {@code models/} or,
   * where there is no such folder, below the directory itself. A later directory's model replaces
   * an earlier one of the same id; includes are looked for in the directory first, then among the
   * bundled ones.
   *
   * <p>However many there are, of each file no more is read now than the id of its model. The rest
   * is parsed when the model is asked for; an {@link UncheckedSpecException} then says what is
   * wrong with it.
   *
   * @throws SpecException when a directory or a platform cannot be read, a file does not say which
   *     model it is of, or two files of a directory are of one model; it names all such problems
   */
  public static ModelCatalogue of(List<Path> directories) throws SpecException {
    return of(List.of(), directories);
  }

  /**
   * The bundled models, those of libraries, which replace bundled ones of the same id, and those of
   * directories, which replace both. What a directory's model includes is looked for in the
   * libraries, too, at the last; what a library's model includes is in that library or bundled.
   *
   * @throws SpecException as {@link #of(List)}, and when two libraries have the same model and no
   *     directory has it
   */
  public static ModelCatalogue of(List<SpecLibrary> libraries, List<Path> directories)
      throws SpecException {
    Set<SpecProblem> problems = new LinkedHashSet<>();
    List<SpecFiles> own = new ArrayList<>();
    for (Path directory : directories) {
      try {
        own.add(files(directory));
      } catch (IOException unreadable) {
        SourceLocation location = new SourceLocation(directory.toString(), 1, 1);
        problems.add(new SpecProblem(location, String.valueOf(unreadable.getMessage()), null));
      }
    }
    return of(libraries, own, problems);
  }

  /**
   * The same for directories whose files were read before, as in another process.
   *
   * @throws SpecException as {@link #of(List)}
   */
  public static ModelCatalogue ofSnapshots(List<SpecSnapshot> directories) throws SpecException {
    List<SpecFiles> own = directories.stream().map(SpecSnapshot::files).toList();
    return of(List.of(), own, new LinkedHashSet<>());
  }

  private static ModelCatalogue of(
      List<SpecLibrary> libraries, List<SpecFiles> directories, Set<SpecProblem> problems)
      throws SpecException {
    IncludeResolver fragments = Bundled.FILES;
    PlatformIndex platforms = new PlatformIndex();
    ModelIndexer indexer = new ModelIndexer(problems);
    List<ModelIndex> shared = new ArrayList<>();
    for (SpecLibrary library : libraries) {
      fragments = fragments.or(library);
      platforms.addAll(library, PlatformParser::parse, problems);
      shared.add(indexer.index(library.specs(), Bundled.FILES));
    }
    List<ModelIndex> own = new ArrayList<>();
    for (SpecFiles files : directories) {
      platforms.addAll(files, PlatformParser::parse, problems);
      own.add(indexer.index(files, fragments));
    }
    indexer.reportAmbiguous(shared, own);
    if (!problems.isEmpty()) {
      throw new SpecException(new ArrayList<>(problems));
    }
    List<ModelIndex> added = new ArrayList<>(shared);
    added.addAll(own);
    return new ModelCatalogue(added, own, platforms);
  }

  /** The ids that there are, in order. */
  public List<String> ids() {
    return List.copyOf(models.ids());
  }

  /**
   * What a list says of each model, ordered by id; specs of bundled ones are not read for it.
   *
   * @throws UncheckedSpecException when specs are wrong; it names all problems of all files
   */
  public List<ModelSummary> summaries() {
    return models.summaries();
  }

  /** The same, without the ids that have a model whose spec is wrong. */
  public List<ModelSummary> readableSummaries() {
    return models.readableSummaries();
  }

  /**
   * How many models have that id, of whatever platform; few specs are read for it, or none.
   *
   * @throws UncheckedSpecException when one of them is wrong
   */
  public int count(String id) {
    return models.count(id);
  }

  /**
   * Every model, ordered by id.
   *
   * @throws UncheckedSpecException when specs are wrong; it names all problems of all files
   */
  public List<ModelSpec> models() {
    return models.all();
  }

  /**
   * The models of the directories that the catalogue was made of, ordered by id.
   *
   * @throws UncheckedSpecException when specs are wrong; it names all problems of all files
   */
  public List<ModelSpec> own() {
    return own.all();
  }

  /** The models that replace a bundled one, ordered by id. */
  public List<ModelSpec> replacingBundled() {
    return models.replacing(Bundled.MODELS);
  }

  /** How many specs have been parsed so far, with or without success. */
  long parsed() {
    return models.parsed();
  }

  /** Every platform, ordered by name; it need not have a model. */
  public List<Platform> platforms() {
    return platformIndex().all();
  }

  /** The platform of that name. */
  public Optional<Platform> platform(String name) {
    return platformIndex().find(name);
  }

  private PlatformIndex platformIndex() {
    PlatformIndex all = platforms;
    if (all == null) {
      all = new PlatformIndex();
      all.addAll(BundledPlatforms.INDEX);
      all.addAll(addedPlatforms);
      platforms = all;
    }
    return all;
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

  /**
   * The models of that id, of whatever platform.
   *
   * @throws UncheckedSpecException when the spec of one is wrong
   */
  public List<ModelSpec> withId(String id) {
    return models.withId(id);
  }

  /** The model that a request is for which has this id in its own member; the only one. */
  public Optional<ModelSpec> namedInRequests(String id) {
    ModelSpec found = null;
    for (ModelSpec model : withId(id)) {
      if (model.isNamedInRequests()) {
        if (found != null) {
          return Optional.empty();
        }
        found = model;
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * The model that a platform calls so; of an id that says more, such as a version, the one that
   * its description says.
   */
  public Optional<ModelSpec> find(String platform, String id) {
    return findExactly(platform, id)
        .or(() -> specId(platform, id).flatMap(spec -> findExactly(platform, spec)));
  }

  private Optional<ModelSpec> findExactly(String platform, String id) {
    return withId(id).stream().filter(model -> isOf(platform, model)).findFirst();
  }

  private Optional<String> specId(String platform, String id) {
    return platform(platform)
        .flatMap(known -> Optional.ofNullable(known.protocol()))
        .flatMap(protocol -> protocol.specId(id));
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
    return models.nearest(id, model -> isOf(platform, model));
  }

  private static boolean isOf(String platform, ModelSpec model) {
    return model.metadata().platformName().filter(platform::equals).isPresent();
  }

  private static SpecFiles files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException("there is no such directory");
    }
    return SpecFiles.read(directory, directory.toString());
  }

  /** Bundled models, which never change while Callsheet runs; loaded on first use. */
  private static final class Bundled {
    static final SpecFiles FILES = BundledSpecFiles.read();
    static final ModelIndex MODELS = models();
    static final ModelCatalogue CATALOGUE =
        new ModelCatalogue(List.of(), List.of(), new PlatformIndex());

    private static ModelIndex models() {
      SpecParser parser = SpecParser.forBundledSpecs(FILES);
      ModelIndex models = new ModelIndex();
      for (BundledIndex.Line line : BundledSpecFiles.index(FILES).models()) {
        String name = SpecFiles.withoutEnding(line.file());
        LazyModel model = new LazyModel(parser, () -> FILES.find(name).orElseThrow());
        models.add(
            line.id(),
            new Entry(model, () -> line.summary().orElseGet(() -> ModelSummary.of(model.get()))));
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
