/** JSON Schemas in the strict form that the model's API takes, and answers turned back from it. */
package dev.talaria.llm.schema;
