package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Generated sources, compiled by a strict javac together with a program that uses them. */
final class Compiled {
  private final URLClassLoader classes;

  private Compiled(URLClassLoader classes) {
    this.classes = classes;
  }

  /** Compiles; fails the test with the compiler's words when it warns or refuses. */
  static Compiled of(Path directory, List<GeneratedFile> generated, GeneratedFile... programs) {
    try {
      List<GeneratedFile> all = new ArrayList<>(generated);
      all.addAll(List.of(programs));
      SourceTree.write(directory.resolve("sources"), all);
      Path classes = Files.createDirectories(directory.resolve("classes"));
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter words = new StringWriter();
      try (var files = compiler.getStandardFileManager(null, null, null)) {
        List<Path> paths =
            all.stream().map(file -> directory.resolve("sources").resolve(file.path())).toList();
        boolean compiled =
            compiler
                .getTask(
                    words,
                    files,
                    null,
                    List.of(
                        "--release",
                        "17",
                        "-Xlint:all,-processing,-classfile",
                        "-Xdoclint:all,-missing",
                        "-Werror",
                        "-proc:none",
                        "-d",
                        classes.toString()),
                    null,
                    files.getJavaFileObjectsFromPaths(paths))
                .call();
        assertThat(compiled).as(words.toString()).isTrue();
      }
      return new Compiled(new URLClassLoader(new URL[] {url(classes)}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
