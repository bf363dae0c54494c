package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spec files below one root: models, and the fragments they include. */
final class SpecFiles implements IncludeResolver {
  /** How the names of spec files end, in capitals or not; the first counts where there are both. */
  static final List<String> ENDINGS = List.of(".yaml", ".yml");

  /** What the names of files of measured prices have before their ending. */
  static final String MEASURED = ".prices";

  /** What the names of files of tests have before their ending. */
  static final String TESTS = ".tests";

  private static final String MODELS = "models/";
  private static final String PLATFORMS = "platforms/";

  /** Beyond any spec, and far below what would fill the memory: a jar's file may unpack to it. */
  static final int MAX_FILE_SIZE = 16 << 20;

  /** The same for the number of files below one root. */
  static final int MAX_FILES = 20_000;

  private final Map<String, Supplier<SourceText>> files;

  private SpecFiles(Map<String, Supplier<SourceText>> files) {
    this.files = files;
  }

  /**
   * Files that are read when they are asked for, and kept.
   *
   * @param names relative to their root
   */
  static SpecFiles lazy(Collection<String> names, Function<String, SourceText> read) {
    Map<String, Supplier<SourceText>> files = new TreeMap<>();
    Map<String, SourceText> texts = new ConcurrentHashMap<>();
    for (String name : names.stream().sorted().toList()) {
      put(name, () -> texts.computeIfAbsent(name, read), files);
    }
    return new SpecFiles(files);
  }

  /**
   * Reads every spec file below a root.
   *
   * @param label what to call the root in the names of files
   * @throws IOException when a file cannot be read; its message names the file
   */
  static SpecFiles read(Path root, String label) throws IOException {
    Map<String, Supplier<SourceText>> files = new TreeMap<>();
    boolean sorted = Files.isDirectory(root.resolve(MODELS));
    for (Path top :
        sorted ? List.of(root.resolve(MODELS), root.resolve(PLATFORMS)) : List.of(root)) {
      if (Files.isDirectory(top)) {
        try (Stream<Path> all = Files.walk(top)) {
          for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
            String name = slashed(root.relativize(file));
            if (isSpecFile(name)) {
              requireFewer(files, label);
              SourceText text = new SourceText(label + "/" + name, text(file));
              put(name, () -> text, files);
            }
          }
        }
      }
    }
    return new SpecFiles(files);
  }

  /**
   * Reads the spec files that a jar holds in a folder of its own; they are sorted into models and
   * fragments.
   *
   * @param root the folder, which is also what to call it in the names of files
   */
  static SpecFiles read(JarFile jar, String root) throws IOException {
    Map<String, Supplier<SourceText>> files = new TreeMap<>();
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String file = entry.getName();
      if (file.startsWith(root + "/") && isSpecFile(file)) {
        String name = file.substring(root.length() + 1);
        if (name.startsWith(MODELS) || isFragment(name)) {
          requireFewer(files, root);
          try (InputStream in = jar.getInputStream(entry)) {
            SourceText text = new SourceText(file, text(in, file));
            put(name, () -> text, files);
          }
        }
      }
    }
    return new SpecFiles(files);
  }

  /** Whether a file is a spec, by its name. */
  static boolean isSpecFile(String name) {
    return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** Whether a spec file belongs to the model beside it, by its name: measured prices or tests. */
  static boolean isCompanion(String name) {
    return withoutEnding(name).endsWith(MEASURED) || withoutEnding(name).endsWith(TESTS);
  }

  /** The name of a spec file as specs write it. */
  static String withoutEnding(String name) {
    return isSpecFile(name) ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  /** A path with slashes. */
  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Files that differ in their endings only are all there; the first has the name. */
  private static void put(
      String name, Supplier<SourceText> text, Map<String, Supplier<SourceText>> files) {
    files.putIfAbsent(files.containsKey(withoutEnding(name)) ? name : withoutEnding(name), text);
  }

  /** All of them, ordered by name. */
  List<SourceText> all() {
    return files.values().stream().map(Supplier::get).toList();
  }

  /** The models, ordered by the names of their files. */
  List<SourceText> models() {
    boolean sorted = files.keySet().stream().anyMatch(name -> name.startsWith(MODELS));
    return files.entrySet().stream()
        .filter(file -> !isCompanion(file.getKey()))
        .filter(file -> sorted ? file.getKey().startsWith(MODELS) : !isFragment(file.getKey()))
        .map(file -> file.getValue().get())
        .toList();
  }

  /** The platforms, ordered by name. */
  List<SourceText> platforms() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().matches("platforms/[^/]+"))
        .map(file -> file.getValue().get())
        .filter(PlatformParser::isPlatform)
        .toList();
  }

  /**
   * A file beside a model's; null where there is none.
   *
   * @param kind {@link #MEASURED} or {@link #TESTS}
   */
  @Nullable SourceText companion(SourceText model, String kind) {
    return files.entrySet().stream()
        .filter(file -> files.containsKey(file.getKey() + kind))
        .filter(file -> file.getValue().get().equals(model))
        .map(file -> Objects.requireNonNull(files.get(file.getKey() + kind)).get())
        .findFirst()
        .orElse(null);
  }

  @Override
  public Optional<SourceText> find(String name) {
    return Optional.ofNullable(files.get(name))
        .or(() -> Optional.ofNullable(files.get(currentName(name))))
        .map(Supplier::get);
  }

  @Override
  public Collection<String> names() {
    return files.keySet().stream().filter(name -> !isCompanion(name)).toList();
  }

  /** Specs were written when all fragments were Runware's, and lay in a folder of another name. */
  private static String currentName(String name) {
    return name.startsWith("platform/")
        ? name.replaceFirst("platform/", "platforms/runware/")
        : name;
  }

  private static boolean isFragment(String name) {
    return name.startsWith(PLATFORMS);
  }

  private static void requireFewer(Map<String, ?> files, String root) throws IOException {
    if (files.size() >= MAX_FILES) {
      throw new IOException(root + " has more than " + MAX_FILES + " spec files");
    }
  }

  /** The text of a file; the message of what is thrown names it. */
  static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return text(in, file.toString());
    }
  }

  private static String text(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_FILE_SIZE + 1);
    if (bytes.length > MAX_FILE_SIZE) {
      throw new IOException(name + " is no spec: it has more than " + MAX_FILE_SIZE + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new IOException(name + " is not UTF-8 text", notUtf8);
    }
  }
}
