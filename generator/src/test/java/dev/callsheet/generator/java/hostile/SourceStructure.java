package dev.callsheet.generator.java.hostile;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a source says once names of its own, comments and layout are left out: every tree in order,
 * the types of others that it uses, and its literals.
 */
final class SourceStructure extends TreePathScanner<@Nullable Void, @Nullable Void> {
  /** Where a part that is a text begins. */
  static final char TEXT = '"';

  private final DocTrees trees;
  private final List<String> parts = new ArrayList<>();

  private SourceStructure(DocTrees trees) {
    this.trees = trees;
  }

  /** All parts, in order. */
  static List<String> of(CompilationUnitTree unit, DocTrees trees) {
    SourceStructure structure = new SourceStructure(trees);
    for (Tree type : unit.getTypeDecls()) {
      structure.scan(TreePath.getPath(unit, type), null);
    }
    return structure.parts;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree == null || isNullable(tree)) {
      return null;
    }
    if (tree instanceof ParenthesizedTree || tree instanceof AnnotatedTypeTree) {
      return super.scan(tree, null);
    }
    Optional<String> type = type(tree);
    if (type.isPresent()) {
      parts.add(type.get());
      return null;
    }
    if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      sum(sum);
      return null;
    }
    if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      parts.add(TEXT + text);
      return null;
    }
    parts.add(tree.getKind().name());
    super.scan(tree, null);
    parts.add("end");
    return null;
  }

  @Override
  public @Nullable Void visitModifiers(ModifiersTree tree, @Nullable Void nothing) {
    parts.add(tree.getFlags().toString());
    return super.visitModifiers(tree, null);
  }

  @Override
  public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, @Nullable Void nothing) {
    parts.add(tree.getPrimitiveTypeKind().name());
    return null;
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
    parts.add(String.valueOf(tree.getValue()));
    return null;
  }

  /** It stands before a type or inside it, as the type's own name is short or long. */
  private static boolean isNullable(Tree tree) {
    return tree instanceof AnnotationTree annotation
        && annotation.getAnnotationType().toString().endsWith("Nullable");
  }

  /** A sum in order; texts side by side are one text. */
  private void sum(BinaryTree sum) {
    List<Tree> operands = new ArrayList<>();
    flatten(sum, operands);
    parts.add("sum");
    StringBuilder text = new StringBuilder();
    for (Tree operand : operands) {
      if (operand instanceof LiteralTree literal && literal.getValue() instanceof String piece) {
        text.append(piece);
      } else {
        text(text);
        scan(operand, null);
      }
    }
    text(text);
    parts.add("end");
  }

  private void text(StringBuilder text) {
    if (text.length() > 0) {
      parts.add(TEXT + text.toString());
      text.setLength(0);
    }
  }

  private static void flatten(Tree tree, List<Tree> operands) {
    if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      flatten(sum.getLeftOperand(), operands);
      operands.add(sum.getRightOperand());
    } else {
      operands.add(tree);
    }
  }

  /** A type by its full name, where a tree is no more than that; the model's own are alike. */
  private Optional<String> type(Tree tree) {
    if (!(tree instanceof IdentifierTree || tree instanceof MemberSelectTree)) {
      return Optional.empty();
    }
    return trees.getElement(new TreePath(getCurrentPath(), tree)) instanceof TypeElement type
        ? Optional.of(named(type))
        : Optional.empty();
  }

  private static String named(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return name.startsWith("com.acme.") ? "own type" : name;
  }
}
