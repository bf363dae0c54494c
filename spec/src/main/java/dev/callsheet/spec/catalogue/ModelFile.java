package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.MeasuredPrice;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.MeasuredPriceParser;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.SpecTestParser;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model file named by the user.
 *
 * @param source its text
 * @param includes resolves what it extends and includes
 * @param measured the file of measured prices beside it, {@code *.prices.yaml}; null for none
 * @param testFile the file of tests beside it, {@code *.tests.yaml}; null for none
 */
public record ModelFile(
    SourceText source,
    IncludeResolver includes,
    @Nullable SourceText measured,
    @Nullable SourceText testFile) {
  private static final String MODELS = "models";
  private static final String PLATFORMS = "platforms";

  /** The files of the models bundled with Callsheet. */
  public static List<ModelFile> bundled() {
    SpecFiles files = BundledSpecFiles.read();
    return files.models().stream()
        .map(
            source ->
                new ModelFile(
                    source,
                    files,
                    files.companion(source, SpecFiles.MEASURED),
                    files.companion(source, SpecFiles.TESTS)))
        .toList();
  }

  /** The files of the platforms bundled with Callsheet. */
  public static List<ModelFile> bundledPlatforms() {
    return BundledSpecFiles.read().platforms().stream()
        .map(source -> new ModelFile(source, IncludeResolver.NONE, null, null))
        .toList();
  }

  /** Finds the fragments and platforms bundled with Callsheet. */
  public static IncludeResolver bundledFragments() {
    return BundledSpecFiles.read();
  }

  /**
   * A file, or all model files of a directory: every {@code *.yaml} and {@code *.yml} below its
   * {@code models/} or, where there is no such folder, below the directory itself, outside of
   * {@code platforms/}. What a file extends and includes is looked for from the nearest directory
   * around it that has a {@code models/} or a {@code platforms/}, then among the bundled files.
   *
   * @throws NoSuchFileException when there is neither
   * @throws IOException when something cannot be read; its message names it
   */
  public static List<ModelFile> find(Path place) throws IOException {
    return find(place, IncludeResolver.NONE);
  }

  /** As {@link #find(Path)}; includes are looked for last by one more resolver. */
  public static List<ModelFile> find(Path place, IncludeResolver others) throws IOException {
    if (!Files.exists(place)) {
      throw new NoSuchFileException(place.toString());
    }
    List<ModelFile> found = new ArrayList<>();
    for (Path file : Files.isDirectory(place) ? modelFilesBelow(place) : List.of(place)) {
      found.add(of(file, SpecFiles.text(file), others));
    }
    return found;
  }

  /**
   * A file with a text that need not be what is stored, such as an editor's; what it includes and
   * what lies beside it is as {@link #find(Path)} says.
   *
   * @throws IOException when what lies beside it cannot be read; its message names it
   */
  public static ModelFile of(Path file, String text) throws IOException {
    return of(file, text, IncludeResolver.NONE);
  }

  private static ModelFile of(Path file, String text, IncludeResolver others) throws IOException {
    return new ModelFile(
        new SourceText(file.toString(), text),
        new DirectoryIncludeResolver(includeRoot(file)).or(BundledSpecFiles.read()).or(others),
        companion(file, SpecFiles.MEASURED),
        companion(file, SpecFiles.TESTS));
  }

  /** Whether a file is of a model, by its name, and not prices or tests beside one. */
  public static boolean isNamedLikeModel(String file) {
    return SpecFiles.isSpecFile(file) && !SpecFiles.isCompanion(file);
  }

  /**
   * The files of platforms directly below a directory's {@code platforms/}, or below the directory
   * itself where it is called so; none for a file.
   *
   * @throws IOException when something cannot be read; its message names it
   */
  public static List<ModelFile> platforms(Path place) throws IOException {
    Path folder = place.endsWith(PLATFORMS) ? place : place.resolve(PLATFORMS);
    List<ModelFile> found = new ArrayList<>();
    for (Path file : Files.isDirectory(folder) ? specFiles(folder, 1) : List.<Path>of()) {
      SourceText source = new SourceText(file.toString(), SpecFiles.text(file));
      if (PlatformParser.isPlatform(source)) {
        found.add(new ModelFile(source, IncludeResolver.NONE, null, null));
      }
    }
    return found;
  }

  /** The name by which other files name this one, of a platform. */
  public String name() {
    return SpecFiles.withoutEnding(String.valueOf(Path.of(source.file()).getFileName()));
  }

  /**
   * Reads the model with all that it extends and includes.
   *
   * @throws SpecException when something is wrong; it names all that is
   */
  public ModelSpec parse() throws SpecException {
    return new SpecParser(includes).parse(source.file(), source.text());
  }

  /**
   * The measured prices beside it.
   *
   * @throws SpecException when something is wrong with them; it names all that is
   */
  public List<MeasuredPrice> measuredPrices() throws SpecException {
    return measured == null ? List.of() : MeasuredPriceParser.parse(measured);
  }

  /**
   * The tests in the file beside it.
   *
   * @throws SpecException when something is wrong with that file; it names all that is
   */
  public List<SpecTest> tests() throws SpecException {
    return testFile == null ? List.of() : SpecTestParser.parse(testFile);
  }

  /** A spec file that is no model and belongs to none, and why it is not looked at. */
  public record PassedOver(Path file, String reason) {}

  /**
   * The spec files of a directory that {@link #find(Path)} passes over, apart from what models
   * include: those beside its {@code models/}, and prices and tests of a model that is not there.
   *
   * @throws IOException when something cannot be read; its message names it
   */
  public static List<PassedOver> passedOver(Path directory) throws IOException {
    List<PassedOver> found = new ArrayList<>();
    Path models = directory.resolve(MODELS);
    if (Files.isDirectory(models)) {
      for (Path file : specFiles(directory, 1)) {
        found.add(new PassedOver(file, "the models of this directory are in " + models));
      }
    }
    if (Files.isDirectory(directory)) {
      Path top = Files.isDirectory(models) ? models : directory;
      specFiles(top, Integer.MAX_VALUE).stream()
          .filter(file -> SpecFiles.isCompanion(file.toString()) && !hasModelBeside(file))
          .map(file -> new PassedOver(file, "there is no model of that name beside it"))
          .forEach(found::add);
    }
    return found;
  }

  private static List<Path> specFiles(Path directory, int depth) throws IOException {
    try (Stream<Path> all = Files.walk(directory, depth)) {
      return all.filter(file -> SpecFiles.isSpecFile(file.toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static boolean hasModelBeside(Path companion) {
    String name = SpecFiles.withoutEnding(companion.getFileName().toString());
    String model = name.substring(0, name.lastIndexOf('.'));
    return SpecFiles.ENDINGS.stream()
        .anyMatch(ending -> Files.isRegularFile(companion.resolveSibling(model + ending)));
  }

  private static @Nullable SourceText companion(Path model, String kind) throws IOException {
    String name = SpecFiles.withoutEnding(model.getFileName().toString());
    for (String ending : SpecFiles.ENDINGS) {
      Path beside = model.resolveSibling(name + kind + ending);
      if (Files.isRegularFile(beside)) {
        return new SourceText(beside.toString(), SpecFiles.text(beside));
      }
    }
    return null;
  }

  private static List<Path> modelFilesBelow(Path directory) throws IOException {
    Path models = directory.resolve(MODELS);
    Path top = Files.isDirectory(models) ? models : directory;
    return specFiles(top, Integer.MAX_VALUE).stream()
        .filter(file -> !SpecFiles.isCompanion(file.toString()))
        .filter(file -> !top.endsWith(PLATFORMS) && !isFragment(top.relativize(file)))
        .toList();
  }

  private static boolean isFragment(Path relative) {
    return Stream.iterate(relative.getParent(), p -> p != null, Path::getParent)
        .anyMatch(folder -> folder.endsWith(PLATFORMS));
  }

  private static Path includeRoot(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
    for (Path around = folder; around != null; around = around.getParent()) {
      if (Files.isDirectory(around.resolve(PLATFORMS))
          || Files.isDirectory(around.resolve(MODELS))) {
        return around;
      }
    }
    return folder;
  }
}
