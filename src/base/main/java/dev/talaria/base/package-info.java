/**
 * What every module uses: the root of the exception family and the redaction of secrets. It depends
 * on nothing but the JDK.
 */
package dev.talaria.base;
