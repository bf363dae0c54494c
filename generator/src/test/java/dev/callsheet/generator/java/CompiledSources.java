package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Generated sources, compiled by a strict javac together with a program that uses them. It reads
 * them as ASCII: what compiles so, compiles to the same in any encoding.
 */
final class CompiledSources {
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "-encoding",
          "US-ASCII",
          "-Xlint:all,-processing,-classfile",
          "-Xdoclint:all,-missing",
          "-Werror",
          "-proc:none");

  private final URLClassLoader classes;

  private CompiledSources(URLClassLoader classes) {
    this.classes = classes;
  }

  /** Compiles; fails the test with the compiler's words when it warns or refuses. */
  static CompiledSources of(
      Path directory, List<GeneratedFile> generated, GeneratedFile... programs) {
    List<GeneratedFile> all = new ArrayList<>(generated);
    all.addAll(List.of(programs));
    assertThat(compilerMessages(directory, all, List.of())).isEmpty();
    try {
      return new CompiledSources(new URLClassLoader(new URL[] {url(directory.resolve("classes"))}));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the compiler says of a program beside classes compiled before; empty if nothing. */
  static String compilerMessages(Path directory, GeneratedFile program) {
    return compilerMessages(
        directory,
        List.of(program),
        List.of(
            "-cp",
            directory.resolve("classes")
                + File.pathSeparator
                + System.getProperty("java.class.path")));
  }

  private static String compilerMessages(
      Path directory, List<GeneratedFile> sources, List<String> classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      new SourceTree(directory.resolve("sources")).write(sources);
      Path classes = Files.createDirectories(directory.resolve("classes"));
      List<Path> paths =
          sources.stream()
              .filter(GeneratedFile::isSource)
              .map(file -> directory.resolve("sources").resolve(file.path()))
              .toList();
      List<String> options = new ArrayList<>(OPTIONS);
      options.addAll(List.of("-d", classes.toString()));
      options.addAll(classPath);
      boolean compiled =
          compiler
              .getTask(words, files, null, options, null, files.getJavaFileObjectsFromPaths(paths))
              .call();
      assertThat(compiled).as(words.toString()).isEqualTo(words.toString().isEmpty());
      return words.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class that was compiled. */
  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }

  /** Runs a program that implements {@code Function<String, String>} and has no constructor. */
  @SuppressWarnings("unchecked")
  String run(String program, String input) {
    try {
      Object function = classes.loadClass(program).getConstructor().newInstance();
      return ((Function<String, String>) function).apply(input);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(Path directory) throws MalformedURLException {
    return directory.toUri().toURL();
  }
}
