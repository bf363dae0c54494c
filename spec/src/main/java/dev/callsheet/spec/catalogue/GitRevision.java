package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The spec files of a git repository as they are in one revision. They are read by the {@code git}
 * of this machine, without a shell, one bounded process for each; nothing is checked out.
 *
 * @param directory a directory of the repository
 * @param revision what git calls a revision: {@code main}, {@code v1.2}, {@code HEAD~3}
 */
public record GitRevision(Path directory, String revision) {
  private static final int TIMEOUT_SECONDS = 30;
  private static final int MAX_LIST_SIZE = 4 << 20;

  /**
   * A revision.
   *
   * @throws IllegalArgumentException when the name could be taken for an option, or is no name
   */
  public GitRevision {
    boolean isName =
        !revision.isEmpty()
            && !revision.startsWith("-")
            && revision.codePoints().noneMatch(c -> c <= ' ' || c == ':' || c == 0x7F);
    if (!isName) {
      throw new IllegalArgumentException("'" + revision + "' is no revision of git");
    }
  }

  /**
   * A model's file, or all model files below a directory, each with what it extends and includes,
   * all of this revision; what the repository lacks is looked for among the bundled files.
   *
   * @param path from the top of the repository; with {@code ./} in front, from the directory
   * @throws IOException when there is no such revision or file, or git cannot be run
   */
  public List<ModelFile> models(String path) throws IOException {
    List<ModelFile> models = models(path, IncludeResolver.NONE);
    if (models.isEmpty()) {
      throw new IOException("there is no file " + fromTop(path) + " in " + revision);
    }
    return models;
  }

  /**
   * As {@link #models(String)}, and empty where there is no such file; includes are looked for last
   * by one more resolver.
   */
  public List<ModelFile> models(String path, IncludeResolver others) throws IOException {
    require(List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"));
    String top = fromTop(path);
    List<String> below = filesBelow(top);
    List<ModelFile> models = new ArrayList<>();
    for (String file : below.isEmpty() ? List.of(top) : modelFiles(below, top)) {
      IncludeResolver includes =
          new RevisionIncludes(file).or(ModelFile.bundledFragments()).or(others);
      find(file).map(source -> new ModelFile(source, includes, null, null)).ifPresent(models::add);
    }
    return models;
  }

  /** Those of the files that are models: in {@code models/}, where there is one. */
  private static List<String> modelFiles(List<String> files, String top) {
    String prefix = top.isEmpty() ? "" : top + "/";
    boolean areSorted = files.stream().anyMatch(file -> file.startsWith(prefix + "models/"));
    return files.stream()
        .filter(SpecFiles::isSpecFile)
        .filter(file -> !SpecFiles.isCompanion(file))
        .filter(
            file ->
                areSorted
                    ? file.startsWith(prefix + "models/")
                    : !("/" + file).contains("/platforms/"))
        .toList();
  }

  private List<String> filesBelow(String top) throws IOException {
    List<String> command = List.of("ls-tree", "-r", "-z", "--name-only", "--full-tree", revision);
    String names = text(run(command, MAX_LIST_SIZE), "the list of files in " + revision);
    return List.of(names.split("\0", -1)).stream()
        .filter(name -> !name.isEmpty() && (top.isEmpty() || name.startsWith(top + "/")))
        .toList();
  }

  private String fromTop(String path) throws IOException {
    boolean isRelative = path.startsWith("./") || path.startsWith("../") || path.equals(".");
    String prefix =
        isRelative
            ? text(run(List.of("rev-parse", "--show-prefix"), MAX_LIST_SIZE), "git").strip()
            : "";
    String normal = SpecFiles.slashed(Path.of("/" + prefix + path).normalize());
    return normal.substring(1);
  }

  private Optional<SourceText> find(String path) throws IOException {
    String object = revision + ":" + path;
    if (!succeeds(List.of("cat-file", "-e", object))) {
      return Optional.empty();
    }
    byte[] content = run(List.of("cat-file", "blob", object), SpecFiles.MAX_FILE_SIZE);
    return Optional.of(new SourceText(object, text(content, object)));
  }

  private void require(List<String> command) throws IOException {
    if (!succeeds(command)) {
      throw new IOException("git knows no revision '" + revision + "' here");
    }
  }

  private boolean succeeds(List<String> command) throws IOException {
    Process process = start(command);
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    return status(process) == 0;
  }

  private byte[] run(List<String> command, int maxSize) throws IOException {
    Process process = start(command);
    try (InputStream out = process.getInputStream()) {
      byte[] content = out.readNBytes(maxSize + 1);
      if (content.length > maxSize) {
        process.destroyForcibly();
        throw new IOException("git printed more than " + maxSize + " bytes");
      }
      if (status(process) != 0) {
        throw new IOException("git could not read " + command.get(command.size() - 1));
      }
      return content;
    }
  }

  private Process start(List<String> command) throws IOException {
    List<String> all = new ArrayList<>(List.of("git", "--no-pager"));
    all.addAll(command);
    ProcessBuilder git =
        new ProcessBuilder(all)
            .directory(directory.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    git.environment().putAll(Map.of("GIT_NO_LAZY_FETCH", "1", "GIT_TERMINAL_PROMPT", "0"));
    try {
      return git.start();
    } catch (IOException missing) {
      throw new IOException("git cannot be run: " + missing.getMessage(), missing);
    }
  }

  private static int status(Process process) throws IOException {
    try {
      if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException("git took more than " + TIMEOUT_SECONDS + " seconds");
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for git", interrupted);
    }
  }

  private static String text(byte[] bytes, String name) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new IOException(name + " is not UTF-8 text", notUtf8);
    }
  }

  /** Looks for includes in the directory of a file, then in those around it. */
  private final class RevisionIncludes implements IncludeResolver {
    private final String file;

    RevisionIncludes(String file) {
      this.file = file;
    }

    @Override
    public Optional<SourceText> find(String name) throws IOException {
      for (String around = file; around.contains("/"); ) {
        around = around.substring(0, around.lastIndexOf('/'));
        Optional<SourceText> found = findIn(around + "/" + name);
        if (found.isPresent()) {
          return found;
        }
      }
      return findIn(name);
    }

    private Optional<SourceText> findIn(String path) throws IOException {
      for (String ending : SpecFiles.ENDINGS) {
        Optional<SourceText> found = GitRevision.this.find(path + ending);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    @Override
    public Collection<String> names() {
      return List.of();
    }
  }
}
