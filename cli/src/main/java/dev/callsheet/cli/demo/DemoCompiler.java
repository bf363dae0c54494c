package dev.callsheet.cli.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java sources made into classes by the JDK that this runs on.
 *
 * @param compiler the JDK's
 */
record DemoCompiler(JavaCompiler compiler) {
  /** The JDK's compiler; nothing where there is only a runtime. */
  static Optional<DemoCompiler> available() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(DemoCompiler::new);
  }

  /**
   * Compiles the sources against what this process runs on, every warning an error.
   *
   * @throws IllegalStateException with the compiler's words, when they do not compile
   */
  void compile(List<Path> sources, Path classes) throws IOException {
    Files.createDirectories(classes);
    StringWriter compilerOutput = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-classfile",
              "-Werror",
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  compilerOutput,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException("generated Java does not compile:\n" + compilerOutput);
      }
    }
  }
}
