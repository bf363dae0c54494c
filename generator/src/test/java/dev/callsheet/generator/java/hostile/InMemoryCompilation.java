package dev.callsheet.generator.java.hostile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import dev.callsheet.generator.java.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One run of a strict javac over many sources, nothing of which touches a disk. */
final class InMemoryCompilation {
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "-Xlint:all,-processing,-classfile",
          "-Xdoclint:all,-missing",
          "-Werror",
          "-Xmaxerrs",
          "1000",
          "-Xmaxwarns",
          "1000",
          "-proc:none");

  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  /**
   * Compiles.
   *
   * @param reader is handed every source once its names are resolved
   * @return what the compiler said, by the file it spoke of
   */
  Map<String, String> of(
      List<GeneratedFile> sources, BiConsumer<CompilationUnitTree, DocTrees> reader) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files =
        new DiscardingFileManager(compiler.getStandardFileManager(diagnostics, null, null))) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  diagnostics,
                  OPTIONS,
                  null,
                  sources.stream().filter(GeneratedFile::isSource).map(SourceFile::new).toList());
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      DocTrees trees = DocTrees.instance(task);
      if (diagnostics.getDiagnostics().isEmpty()) {
        units.forEach(unit -> reader.accept(unit, trees));
        task.generate();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messagesByFile();
  }

  private Map<String, String> messagesByFile() {
    Map<String, String> said = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      String file = each.getSource() == null ? "" : each.getSource().getName();
      said.merge(file, each.toString(), (one, other) -> one + "\n" + other);
    }
    return said;
  }

  /** A source as text. */
  private static final class SourceFile extends SimpleJavaFileObject {
    private final String content;

    SourceFile(GeneratedFile file) {
      super(URI.create("memory:///").resolve(escaped(file.path())), Kind.SOURCE);
      this.content = file.content();
    }

    private static String escaped(String path) {
      try {
        return new URI(null, null, "/" + path, null).toASCIIString();
      } catch (java.net.URISyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }

  /** Takes class files and forgets them. */
  private static final class DiscardingFileManager
      extends ForwardingJavaFileManager<JavaFileManager> {
    DiscardingFileManager(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///out"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}
