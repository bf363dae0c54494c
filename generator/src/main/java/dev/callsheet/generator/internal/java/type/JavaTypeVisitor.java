package dev.callsheet.generator.internal.java.type;

import org.jspecify.annotations.Nullable;

/**
 * Takes a Java type apart, with one method for every kind: {@code type.accept(visitor)} calls the
 * method of the type's kind. A visitor that lacks a kind does not compile, so a new kind of type
 * cannot be forgotten by anything that writes code about values.
 *
 * @param <R> what is made of a type
 */
public interface JavaTypeVisitor<R extends @Nullable Object> {
  /** A type of the platform. */
  R visitJdk(JavaType.JdkType type);

  /** A list. */
  R visitList(JavaType.ListType type);

  /** An object whose members have any names. */
  R visitMap(JavaType.MapType type);

  /** A value that may be null in JSON. */
  R visitNullable(JavaType.NullableType type);

  /** A generated enum. */
  R visitEnum(JavaType.EnumType type);

  /** A generated record. */
  R visitRecord(JavaType.RecordType type);

  /** A generated sealed interface. */
  R visitUnion(JavaType.UnionType type);
}
