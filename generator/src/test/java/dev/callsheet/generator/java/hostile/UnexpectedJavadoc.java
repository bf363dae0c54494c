package dev.callsheet.generator.java.hostile;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds in documentation what the generator never writes, so that a spec must have. */
final class UnexpectedJavadoc extends DocTreeScanner<@Nullable Void, Set<String>> {
  private static final Set<DocTree.Kind> USUAL =
      EnumSet.of(
          DocTree.Kind.DOC_COMMENT,
          DocTree.Kind.TEXT,
          DocTree.Kind.ENTITY,
          DocTree.Kind.CODE,
          DocTree.Kind.LINK,
          DocTree.Kind.REFERENCE,
          DocTree.Kind.IDENTIFIER,
          DocTree.Kind.PARAM,
          DocTree.Kind.THROWS,
          DocTree.Kind.SEE,
          DocTree.Kind.ATTRIBUTE,
          DocTree.Kind.START_ELEMENT,
          DocTree.Kind.END_ELEMENT);
  private static final Set<String> ELEMENTS = Set.of("p", "ul", "li", "code", "a");

  private UnexpectedJavadoc() {}

  /** What is strange in the comments of a source. */
  static Set<String> unexpected(CompilationUnitTree unit, DocTrees trees) {
    Set<String> strange = new TreeSet<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null && getCurrentPath() != null) {
          DocCommentTree comment =
              trees.getDocCommentTree(new com.sun.source.util.TreePath(getCurrentPath(), tree));
          new UnexpectedJavadoc().scan(comment, strange);
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return strange;
  }

  @Override
  public @Nullable Void scan(@Nullable DocTree tree, Set<String> strange) {
    if (tree == null) {
      return null;
    }
    boolean isUsual =
        USUAL.contains(tree.getKind())
            && !(tree instanceof StartElementTree element
                && !ELEMENTS.contains(element.getName().toString()));
    if (!isUsual) {
      strange.add(tree.getKind() + ": " + tree);
    }
    return super.scan(tree, strange);
  }
}
