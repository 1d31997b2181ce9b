/**
 * Where to draw the nodes, edges and edge labels of a graph without cycles so that nothing overlaps: layers, an order within
 * each layer with few crossings, coordinates. Knows nothing of what is drawn.
 *
 * <p>Source: K. Sugiyama, S. Tagawa and M. Toda, Methods for visual understanding of hierarchical system structures, IEEE
 * Transactions on Systems, Man, and Cybernetics 11(2), 1981; P. Healy and N. S. Nikolov, Hierarchical drawing algorithms,
 * in R. Tamassia (ed.), Handbook of Graph Drawing and Visualization, CRC Press 2013, ch. 13.
 */
package dev.gradgap.explain.layout;
