/**
 * What every room of the house stands on: the root of the exception family and the redaction of
 * secrets. It depends on nothing but the JDK.
 */
package dev.talaria.base;
